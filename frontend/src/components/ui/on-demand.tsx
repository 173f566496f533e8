'use client';

import { X } from 'lucide-react';
import { Slot } from 'radix-ui';
import {
  createElement,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type KeyboardEvent as ReactKeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { focusOrigin, giveFocusBack } from './focus-origin';
import { FormActions } from './form';
import { IconButton } from './icon-button';
import styles from './on-demand.module.css';
import { BackCloses } from './use-back';
import { useEscape } from './use-escape';

interface OnDemand<P> {
  (props: P): ReactNode;
  /** Somebody seems to be about to ask for it. */
  prefetch(): void;
}

interface MeanwhileProps<P> {
  failed: boolean;
  onRetry(): void;
  props: P;
}

type State<P> = 'absent' | 'fetching' | 'failed' | ComponentType<P>;

/**
 * Part of a page whose code is fetched when it is first shown, or before. Once fetched it is there at once. That it could
 * not be fetched is said where it would be, and harms nothing else.
 */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>): OnDemand<P> {
  return fetched(load, ({ failed, onRetry }) => <InPlace failed={failed} onRetry={onRetry} />);
}

/** The same for what nobody misses until it is there: meanwhile, and where it does not come, there is nothing. */
export function quietlyOnDemand<P extends object>(load: () => Promise<ComponentType<P>>): OnDemand<P> {
  return fetched(load, () => null);
}

/** The same for a dialog, which can be closed though it has not come. */
export function dialogOnDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  close: (props: P) => void,
): OnDemand<P> {
  return fetched(load, ({ failed, onRetry, props }) => (
    <Floating failed={failed} onRetry={onRetry} onClose={() => close(props)} />
  ));
}

/** The same for a pane beside a conversation. */
export function paneOnDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  close: (props: P) => void,
): OnDemand<P> {
  return fetched(load, ({ failed, onRetry, props }) => (
    <Beside failed={failed} onRetry={onRetry} onClose={() => close(props)} />
  ));
}

interface LayerProps {
  /** What opens it; it takes props and a ref as a button does. */
  trigger: ReactElement;
  /** Given when something else than the trigger opens it too. */
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** What the code of a layer is told besides: whether it was opened before it came. */
export interface Opened {
  defaultOpen?: boolean;
}

/**
 * The same for what opens beside a control. The control is there from the beginning, as what opens it; opened before the
 * code has come it waits for that, keeps the focus, and can be called off. The first opening puts another element in its
 * place, of the code's own, which gets the focus back; where the code has come before the control, that is there at once.
 */
export function layerOnDemand<P extends LayerProps>(
  opens: 'menu' | 'dialog',
  load: () => Promise<ComponentType<P & Opened>>,
): OnDemand<P> {
  const part = partOf(load);

  function Layer(props: P) {
    const now = part.useNow();
    const component = typeof now === 'string' ? null : now;
    const [asked, setAsked] = useState(false);
    const [whole, setWhole] = useState(component !== null);
    const open = props.open ?? asked;
    if (!whole && open && component !== null) setWhole(true);
    useEffect(() => {
      // It may have been expected before, in vain.
      if (open) part.fetchNow();
    }, [open]);

    if (whole && component !== null) {
      return createElement(component, { ...props, ...(props.open === undefined && { defaultOpen: asked }) });
    }
    const change = (next: boolean) => {
      setAsked(next);
      props.onOpenChange?.(next);
    };
    const onKeyDown = (event: ReactKeyboardEvent) => {
      if (opens !== 'menu' || event.key !== 'ArrowDown') return;
      event.preventDefault();
      change(true);
    };
    return (
      <>
        <Slot.Root
          aria-haspopup={opens}
          aria-expanded={false}
          aria-busy={open || undefined}
          onClick={() => change(!open)}
          onKeyDown={onKeyDown}
          onFocus={part.fetchNow}
          onPointerEnter={part.fetchNow}
        >
          {props.trigger}
        </Slot.Root>
        {open && <Floating failed={now === 'failed'} onRetry={part.fetchNow} onClose={() => change(false)} />}
      </>
    );
  }
  return Object.assign(Layer, { prefetch: part.fetchNow });
}

let keyboard = false;
if (typeof document !== 'undefined') {
  document.addEventListener('keydown', () => (keyboard = true), true);
  document.addEventListener('pointerdown', () => (keyboard = false), true);
}

/** Whether what was done last was done by the keyboard. */
export function usesKeyboard(): boolean {
  return keyboard;
}

function fetched<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile: ComponentType<MeanwhileProps<P>>,
): OnDemand<P> {
  const part = partOf(load);

  function Fetched(props: P) {
    const now = part.useNow();
    useEffect(() => {
      if (now === 'absent') part.fetchNow();
    }, [now]);
    if (typeof now !== 'string') return createElement(now, props);
    return <Meanwhile failed={now === 'failed'} onRetry={part.fetchNow} props={props} />;
  }
  return Object.assign(Fetched, { prefetch: part.fetchNow });
}

/** The code of a part of a page, and how far it has come. */
function partOf<P extends object>(load: () => Promise<ComponentType<P>>) {
  let state: State<P> = 'absent';
  const listeners = new Set<() => void>();

  function become(next: State<P>) {
    state = next;
    for (const listener of [...listeners]) listener();
  }
  function fetchNow() {
    if (state !== 'absent' && state !== 'failed') return;
    become('fetching');
    load().then(become, () => become(listeners.size > 0 ? 'failed' : 'absent'));
  }
  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      // Whoever asks again later has it tried again.
      if (listeners.size === 0 && state === 'failed') state = 'absent';
    };
  }

  function useNow(): State<P> {
    return useSyncExternalStore(
      subscribe,
      () => state,
      () => state,
    );
  }
  return { useNow, fetchNow };
}

function InPlace({ failed, onRetry }: { failed: boolean; onRetry(): void }) {
  const t = useTranslations();
  if (!failed) {
    return (
      <p role="status" className={`${styles.place} ${styles.waiting}`}>
        {t('common.loading')}
      </p>
    );
  }
  return (
    <div role="alert" className={styles.place}>
      <p>{t('common.partNotLoaded')}</p>
      <Ways onRetry={onRetry} />
    </div>
  );
}

interface ClosableProps {
  failed: boolean;
  onRetry(): void;
  onClose(): void;
}

function Beside({ failed, onRetry, onClose }: ClosableProps) {
  const t = useTranslations();
  useEscape(onClose);
  return (
    <aside className={styles.pane} aria-label={t('common.loading')}>
      <header className={styles.header}>
        <IconButton label={t('common.close')} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      <InPlace failed={failed} onRetry={onRetry} />
    </aside>
  );
}

function Floating({ failed, onRetry, onClose }: ClosableProps) {
  return failed ? <Failed onRetry={onRetry} onClose={onClose} /> : <Coming onClose={onClose} />;
}

/** Asked in front of everything else; not by a dialog as others are, whose code may be what did not come. */
function Failed({ onRetry, onClose }: Omit<ClosableProps, 'failed'>) {
  const t = useTranslations();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  useEscape(onClose, { first: true });
  useEffect(() => {
    const origin = focusOrigin();
    card.current?.focus();
    return () => giveFocusBack(origin);
  }, []);
  return (
    <div
      ref={card}
      role="dialog"
      tabIndex={-1}
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      className={styles.failed}
    >
      <h2 id={id} className={styles.title}>
        {t('common.partNotLoadedTitle')}
      </h2>
      <p id={`${id}-text`}>{t('common.partNotLoaded')}</p>
      <Ways onRetry={onRetry} />
      <IconButton label={t('common.close')} className={styles.close} onClick={onClose}>
        <X size={18} aria-hidden />
      </IconButton>
      <BackCloses onBack={onClose} />
    </div>
  );
}

/** A dialog that may still be called off: it would take the focus from what one does by then. */
function Coming({ onClose }: { onClose(): void }) {
  const t = useTranslations();
  useEscape(onClose, { first: true });
  return (
    <div className={`${styles.floating} ${styles.waiting}`}>
      <p role="status">{t('common.loading')}</p>
      {/* What asked for the dialog keeps the focus, and gets it back from the dialog. */}
      <IconButton label={t('common.close')} onMouseDown={(event) => event.preventDefault()} onClick={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
      <BackCloses onBack={onClose} />
    </div>
  );
}

function Ways({ onRetry }: { onRetry(): void }) {
  const t = useTranslations();
  return (
    <FormActions>
      <Button look="plain" onClick={() => location.reload()}>
        {t('connection.reload')}
      </Button>
      <Button onClick={onRetry}>{t('common.tryAgain')}</Button>
    </FormActions>
  );
}
