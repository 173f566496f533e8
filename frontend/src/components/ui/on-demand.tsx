'use client';

import { createElement, useEffect, useSyncExternalStore, type ComponentType, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { Dialog } from './dialog';
import { FormActions } from './form';
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

function Floating({ failed, onRetry, onClose }: { failed: boolean; onRetry(): void; onClose(): void }) {
  const t = useTranslations();
  if (!failed) {
    return (
      <p role="status" className={`${styles.floating} ${styles.waiting}`}>
        {t('common.loading')}
      </p>
    );
  }
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
