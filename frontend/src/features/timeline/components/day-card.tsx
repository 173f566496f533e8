'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { TextField } from '@/components/ui/text-field';
import type { Message } from '@/contracts/message';
import { useFormErrors } from '@/http/use-form-errors';
import { dayOf, daysBefore, isOn, monthBefore, startOf, type Day } from '../model/days';
import { firstSince } from '../model/first-since';
import styles from './day-card.module.css';

interface Props {
  channelId: string;
  threadId: string | null;
  onFound(message: Message): void;
}

/** Null for the beginning. */
type Asked = Day | null;

/** Asks for a day, and finds the first message of it. */
export function DayCard({ channelId, threadId, onFound }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [now] = useState(() => new Date());
  const [day, setDay] = useState('');
  const looking = useMutation({
    mutationFn: (asked: Asked) => firstSince(channelId, threadId, asked === null ? new Date(0) : startOf(asked)),
  });
  const { variables: asked, data: found } = looking;
  const field = useRef<HTMLInputElement>(null);

  // A dialog that was open before this came has the focus itself, for want of anything else.
  useEffect(() => {
    if (document.activeElement === field.current?.closest('[role="dialog"]')) field.current?.focus();
  }, []);

  function jump(to: Asked) {
    if (looking.isPending) return;
    setDay(to ?? '');
    // Whoever has closed the card meanwhile stays where they are.
    looking.mutate(to, {
      onSuccess: (message) => message !== null && (to === null || isOn(to, message.at)) && onFound(message),
    });
  }

  const choices = [
    { words: t('timeline.today'), to: dayOf(now) },
    { words: t('timeline.weekAgo'), to: daysBefore(now, 7) },
    { words: t('timeline.monthAgo'), to: monthBefore(now) },
    { words: t('timeline.theBeginning'), to: null },
  ];
  return (
    <div className={styles.card}>
      <Form onSubmit={() => day !== '' && jump(day)}>
        <div className={styles.pick}>
          <TextField
            ref={field}
            label={t('timeline.day')}
            type="date"
            required
            max={dayOf(now)}
            value={day}
            onChange={({ target }) => {
              looking.reset();
              setDay(target.value);
            }}
          />
          <Button type="submit" busy={looking.isPending} disabled={day === ''}>
            {t('timeline.jump')}
          </Button>
        </div>
      </Form>
      <ul className={styles.choices} aria-label={t('timeline.daysToChoose')}>
        {choices.map(({ words, to }) => (
          <li key={words}>
            <button type="button" className={styles.choice} onClick={() => jump(to)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
      <FormError message={formErrors(looking.error, []).general} />
      <div role="status" className={styles.outcome}>
        {looking.isSuccess && asked !== undefined && <Nothing on={asked} next={found ?? null} onFound={onFound} />}
      </div>
    </div>
  );
}

/** Says that there is nothing on a day, and leads to what came after it. */
function Nothing({ on, next, onFound }: { on: Asked; next: Message | null; onFound(message: Message): void }) {
  const t = useTranslations();
  const locale = useLocale();
  const named = (day: Date, dateStyle: 'full' | 'medium') => day.toLocaleDateString(locale, { dateStyle });
  if (next === null) {
    return (
      <p>{on === null ? t('timeline.nothingYet') : t('timeline.nothingSince', { day: named(startOf(on), 'full') })}</p>
    );
  }
  if (on === null || isOn(on, next.at)) return null;
  return (
    <>
      <p>{t('timeline.nothingOn', { day: named(startOf(on), 'full') })}</p>
      <Button look="plain" onClick={() => onFound(next)}>
        {t('timeline.nextDay', { day: named(new Date(next.at), 'medium') })}
      </Button>
    </>
  );
}
