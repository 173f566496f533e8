'use client';

import { Check, Minus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormError } from '@/components/ui/form-error';
import { RoleDot } from '@/components/ui/role-chip';
import { Segments } from '@/components/ui/segments';
import { SelectField } from '@/components/ui/text-field';
import { nameOf, type Member } from '@/contracts/member';
import { PERMISSION_GROUPS } from '@/contracts/permission-labels';
import { CHANNEL_PERMISSIONS, may, outranks, permissionsIn, type PermissionSet } from '@/contracts/permissions';
import type { Channel, Override, Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { overrideMember } from '../api/override-member';
import { overrideRole } from '../api/override-role';
import { overrideOf, withWord, wordOn, type Word } from '../model/access';
import { effectOf, isGrantable, targetsOf, type Target } from '../model/targets';
import styles from './channel-permissions.module.css';

interface Props {
  server: Server;
  members: readonly Member[];
  me: Member;
}

/** What each channel changes of what roles and members may do, and what comes out of it. */
export function ChannelPermissions({ server, members, me }: Props) {
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
      />
    </>
  );
}

interface OverridesProps extends Props {
  channel: Channel;
  /** What one may do in the channel oneself: nobody gives what they do not have. */
  mine: PermissionSet;
}

function Overrides({ server, channel, members, me, mine }: OverridesProps) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<Target>({ target: 'role', id: server.serverId });
  const [added, setAdded] = useState<readonly string[]>([]);
  const targets = targetsOf(server, channel, members, added, t);
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
          <SelectField
            label={t('channels.addMember')}
            value=""
            onChange={({ target: { value } }) => {
              setAdded([...added, value]);
              setChosen({ target: 'member', id: value });
            }}
          >
            <option value="" disabled>
              {t('channels.chooseSomebody')}
            </option>
            {outside.map((member) => (
              <option key={member.userId} value={member.userId}>
                {nameOf(member)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {target && (
        <Matrix
          key={`${target.target}/${target.id}`}
          server={server}
          channel={channel}
          members={members}
          me={me}
          mine={mine}
          target={target}
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

function Matrix({
  server,
  channel,
  members,
  me,
  mine,
  target,
}: OverridesProps & { target: ReturnType<typeof targetsOf>[0] }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const change = useCommand({
    serverId: server.serverId,
    run: ({ target: kind, id, allow, deny }: Override, key) =>
      kind === 'role'
        ? overrideRole(channel.channelId, id, allow, deny, key)
        : overrideMember(channel.channelId, id, allow, deny, key),
  });
  // What was asked for is shown until it is known what came of it.
  const shown = change.isPending ? withOverride(channel, change.variables) : channel;
  const member = members.find(({ userId }) => target.target === 'member' && userId === target.id);
  const role = server.roles.find(({ roleId }) => target.target === 'role' && roleId === target.id);
  const subject = member ?? role;
  const mayTouch = subject !== undefined && outranks(server, me, subject);
  const effect = effectOf(server, shown, target, member);

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
      <FormError message={formErrors(change.error, []).general} />
      {PERMISSION_GROUPS.flatMap(({ permissions }) => permissions)
        .filter((permission) => CHANNEL_PERMISSIONS.includes(permission))
        .map((permission) => {
          const label = t(`permissions.${permission}`);
          const word = wordOn(shown, target, permission) ?? 'inherit';
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
                onChange={(next) => {
                  const to: Word = next === 'inherit' ? null : next;
                  change.mutate(withWord(channel, target, permission, to));
                }}
              />
            </div>
          );
        })}
    </section>
  );
}

function withOverride(channel: Channel, override: Override): Channel {
  const { overrides } = channel;
  const before = overrideOf(channel, override);
  return { ...channel, overrides: [...overrides.filter((other) => other !== before), override] };
}
