'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FormError } from '@/components/ui/form-error';
import { IconButton } from '@/components/ui/icon-button';
import { RoleChip } from '@/components/ui/role-chip';
import { Switch } from '@/components/ui/switch';
import { SelectField } from '@/components/ui/text-field';
import { isPrivate } from '@/contracts/permissions';
import type { Channel, Override, Server } from '@/contracts/server';
import { useFormErrors } from '@/http/use-form-errors';
import { useProfile } from '@/profiles/use-profile';
import { letIn, wordOn } from '../model/access';
import { useOverrides } from '../model/use-overrides';
import styles from './channel-access.module.css';

interface Props {
  server: Server;
  channel: Channel;
}

/** Who sees a channel and who may write there. Each change holds at once. */
export function ChannelAccess({ server, channel }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const everyone = { target: 'role', id: server.serverId } as const;
  const { shown, error, say } = useOverrides(server.serverId, channel);
  const closed = isPrivate(shown, server.serverId);
  const insiders = letIn(shown);
  const outside = server.roles.filter(
    ({ roleId }) =>
      roleId !== server.serverId && !insiders.some(({ target, id }) => target === 'role' && id === roleId),
  );

  return (
    <fieldset className={styles.access}>
      <legend className={styles.legend}>{t('channels.access')}</legend>
      <FormError message={formErrors(error, []).general} />
      <Switch
        label={t('channels.private')}
        hint={t('channels.accessHint')}
        checked={closed}
        onChange={(next) => say(everyone, 'view-channel', next ? 'deny' : null)}
      />
      {closed && (
        <>
          <ul className={styles.insiders} aria-label={t('channels.letIn')}>
            {insiders.map((insider) => (
              <li key={`${insider.target}/${insider.id}`}>
                <Insider insider={insider} server={server} onRemove={() => say(insider, 'view-channel', null)} />
              </li>
            ))}
          </ul>
          {insiders.length === 0 && <p className={styles.nobody}>{t('channels.nobodyLetIn')}</p>}
          {outside.length > 0 && (
            <SelectField
              label={t('channels.letInRole')}
              value=""
              onChange={({ target }) => say({ target: 'role', id: target.value }, 'view-channel', 'allow')}
            >
              <option value="" disabled>
                {t('channels.chooseRole')}
              </option>
              {outside.map(({ roleId, name }) => (
                <option key={roleId} value={roleId}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
        </>
      )}
      <Switch
        label={t('channels.readOnly')}
        hint={t('channels.readOnlyHint')}
        checked={wordOn(shown, everyone, 'send-messages') === 'deny'}
        onChange={(next) => say(everyone, 'send-messages', next ? 'deny' : null)}
      />
    </fieldset>
  );
}

function Insider({ insider, server, onRemove }: { insider: Override; server: Server; onRemove(): void }) {
  const role = server.roles.find(({ roleId }) => insider.target === 'role' && roleId === insider.id);
  return role ? (
    <Chip name={role.name} color={role.color} onRemove={onRemove} />
  ) : (
    <InsiderMember userId={insider.id} onRemove={onRemove} />
  );
}

function InsiderMember({ userId, onRemove }: { userId: string; onRemove(): void }) {
  const t = useTranslations();
  const profile = useProfile(userId);
  return (
    <Chip
      name={profile?.displayName ?? (profile === null ? t('common.unknownUser') : '…')}
      color={null}
      onRemove={onRemove}
    />
  );
}

function Chip({ name, color, onRemove }: { name: string; color: string | null; onRemove(): void }) {
  const t = useTranslations();
  return (
    <RoleChip name={name} color={color}>
      <IconButton label={t('channels.takeOut', { name })} side="top" className={styles.remove} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
    </RoleChip>
  );
}
