'use client';

import { X } from 'lucide-react';
import {
  createElement,
  useEffect,
  useEffectEvent,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { Dialog } from './dialog';
import { FormActions } from './form';
import { IconButton } from './icon-button';
import styles from './on-demand.module.css';

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

function fetched<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile: ComponentType<MeanwhileProps<P>>,
): OnDemand<P> {
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

  function Fetched(props: P) {
    const now = useSyncExternalStore(
      subscribe,
      () => state,
      () => state,
    );
    useEffect(() => {
      if (now === 'absent') fetchNow();
    }, [now]);
    if (typeof now !== 'string') return createElement(now, props);
    return <Meanwhile failed={now === 'failed'} onRetry={fetchNow} props={props} />;
  }
  return Object.assign(Fetched, { prefetch: fetchNow });
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
  const t = useTranslations();
  if (!failed) return <Coming onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('common.partNotLoadedTitle')}
      description={t('common.partNotLoaded')}
    >
      <Ways onRetry={onRetry} />
    </Dialog>
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
    </div>
  );
}

/** First: what is in front of everything else is closed before it, as an open dialog is. */
function useEscape(onEscape: () => void, { first = false } = {}): void {
  const escape = useEffectEvent(onEscape);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      escape();
    };
    document.addEventListener('keydown', close, first);
    return () => document.removeEventListener('keydown', close, first);
  }, [first]);
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
