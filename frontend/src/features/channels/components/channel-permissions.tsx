'use client';

import { Check, Minus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormError } from '@/components/ui/form-error';
import { PersonSelect } from '@/components/ui/person-select';
import { RoleDot } from '@/components/ui/role-chip';
import { Segments } from '@/components/ui/segments';
import { SelectField } from '@/components/ui/text-field';
import { nameOf, type Member } from '@/contracts/member';
import { PERMISSION_GROUPS } from '@/contracts/permission-labels';
import { CHANNEL_PERMISSIONS, may, outranks, permissionsIn, type PermissionSet } from '@/contracts/permissions';
import type { Channel, Server } from '@/contracts/server';
import { useFormErrors } from '@/http/use-form-errors';
import { wordOn, type Word } from '../model/access';
import { effectOf, isGrantable, targetsOf, type Target } from '../model/targets';
import { useOverrides } from '../model/use-overrides';
import styles from './channel-permissions.module.css';

interface Props {
  server: Server;
  members: readonly Member[];
  me: Member;
  /** Where there are more members than those: looks for some by name. */
  onSearch?: ((text: string) => void) | undefined;
}

/** What each channel changes of what roles and members may do, and what comes out of it. */
export function ChannelPermissions({ server, members, me, onSearch }: Props) {
  const t = useTranslations();
  const [channelId, setChannelId] = useState('');
  const mine = (candidate: Channel) => permissionsIn(server, candidate, me);
  const channels = server.channels.filter((candidate) => may(mine(candidate), 'manage-roles'));
  const channel = channels.find((candidate) => candidate.channelId === channelId) ?? channels[0];
  if (channel === undefined) return <p className={styles.hint}>{t('channels.nothingToManage')}</p>;
  return (
    <>
      <SelectField
        label={t('channels.channel')}
        value={channel.channelId}
        onChange={({ target }) => setChannelId(target.value)}
      >
        {channels.map(({ channelId: id, name }) => (
          <option key={id} value={id}>
            #{name}
          </option>
        ))}
      </SelectField>
      <Overrides
        key={channel.channelId}
        server={server}
        channel={channel}
        members={members}
        me={me}
        mine={mine(channel)}
        onSearch={onSearch}
      />
    </>
  );
}

interface OverridesProps extends Props {
  channel: Channel;
  /** What one may do in the channel oneself: nobody gives what they do not have. */
  mine: PermissionSet;
}

function Overrides({ server, channel, members, me, mine, onSearch }: OverridesProps) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<Target>({ target: 'role', id: server.serverId });
  const [added, setAdded] = useState<readonly string[]>([]);
  const { shown, error, say } = useOverrides(server.serverId, channel);
  const targets = targetsOf(server, shown, members, added, t);
  const target = targets.find(({ target: kind, id }) => kind === chosen.target && id === chosen.id) ?? targets[0];
  const outside = members.filter(
    ({ userId }) => !targets.some(({ target: kind, id }) => kind === 'member' && id === userId),
  );

  return (
    <div className={styles.overrides}>
      <div className={styles.side}>
        <ul className={styles.list} aria-label={t('channels.rolesAndMembers')}>
          {targets.map((each) => (
            <li key={`${each.target}/${each.id}`}>
              <button
                type="button"
                className={styles.target}
                aria-current={each === target ? 'true' : undefined}
                onClick={() => setChosen(each)}
              >
                <RoleDot color={each.color} />
                <span className={styles.name} dir="auto">
                  {each.name}
                </span>
                {each.isChanged && (
                  <span className={styles.changed}>
                    <span className="visually-hidden">{t('channels.changedHere')}</span>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
        {outside.length > 0 && (
          <PersonSelect
            label={t('channels.addMember')}
            searchLabel={t('members.search')}
            people={outside.map((member) => ({ ...member, name: nameOf(member) }))}
            value=""
            onChoose={(userId) => {
              setAdded([...added, userId]);
              setChosen({ target: 'member', id: userId });
            }}
            onSearch={onSearch}
          >
            <option value="" disabled>
              {t('channels.chooseSomebody')}
            </option>
          </PersonSelect>
        )}
      </div>
      {target && (
        <Matrix
          key={`${target.target}/${target.id}`}
          server={server}
          channel={shown}
          members={members}
          me={me}
          mine={mine}
          target={target}
          error={error}
          onSay={(permission, word) => say(target, permission, word)}
        />
      )}
    </div>
  );
}

const WORDS = [
  { value: 'deny', label: 'channels.deny', icon: <X size={16} aria-hidden />, tone: 'bad' },
  { value: 'inherit', label: 'channels.inherit', icon: <Minus size={16} aria-hidden /> },
  { value: 'allow', label: 'channels.allow', icon: <Check size={16} aria-hidden />, tone: 'good' },
] as const;

interface MatrixProps extends Omit<OverridesProps, 'onSearch'> {
  target: ReturnType<typeof targetsOf>[0];
  /** Why the last change failed. */
  error: Error | null;
  onSay(permission: string, word: Word): void;
}

function Matrix({ server, channel, members, me, mine, target, error, onSay }: MatrixProps) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const member = members.find(({ userId }) => target.target === 'member' && userId === target.id);
  const role = server.roles.find(({ roleId }) => target.target === 'role' && roleId === target.id);
  const subject = member ?? role;
  const mayTouch = subject !== undefined && outranks(server, me, subject);
  const effect = effectOf(server, channel, target, member);

  return (
    <section className={styles.matrix} aria-label={t('channels.matrix', { name: target.name, channel: channel.name })}>
      <h2 className={styles.title}>{target.name}</h2>
      <p className={styles.hint}>
        {mayTouch
          ? target.target === 'role'
            ? t('channels.matrixRole')
            : t('channels.matrixMember')
          : t('channels.matrixAbove')}
      </p>
      <FormError message={formErrors(error, []).general} />
      {PERMISSION_GROUPS.flatMap(({ permissions }) => permissions)
        .filter((permission) => CHANNEL_PERMISSIONS.includes(permission))
        .map((permission) => {
          const label = t(`permissions.${permission}`);
          const word = wordOn(channel, target, permission) ?? 'inherit';
          const granted = effect.includes(permission);
          return (
            <div key={permission} className={styles.row}>
              <span className={styles.label}>
                {label}
                <span className={styles.effect} data-granted={granted || undefined}>
                  {granted ? t('channels.may') : t('channels.mayNot')}
                </span>
              </span>
              <Segments
                label={label}
                value={word}
                options={WORDS.map((option) => ({ ...option, label: t(option.label) }))}
                disabled={!mayTouch || !isGrantable(mine, permission)}
                onChange={(next) => onSay(permission, next === 'inherit' ? null : next)}
              />
            </div>
          );
        })}
    </section>
  );
}
