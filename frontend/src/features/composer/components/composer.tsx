'use client';

import { Plus, SendHorizontal, SmilePlus, Timer } from 'lucide-react';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { onDemand } from '@/components/ui/on-demand';
import { useTouch } from '@/components/ui/use-media';
import { callsEveryone, encodeMentions, type Mentionable } from '@/contracts/mentions';
import type { Attachment } from '@/contracts/message';
import { shortcutOf } from '@/contracts/shortcuts';
import { EmojiButton } from '@/emoji/emoji-button';
import { drafts, useDraft } from '../model/drafts';
import { lengthOf } from '../model/length';
import { remaining, type Obstacle } from '../model/obstacle';
import { isSending } from '../model/sending';
import type { Suggestion } from '../model/suggestions';
import { attachmentsOf, type Upload } from '../model/uploads';
import { useFileDrop } from '../model/use-file-drop';
import { useTyping } from '../model/use-typing';
import { useUploads } from '../model/use-uploads';
import styles from './composer.module.css';
import { MentionField, type Inserter } from './mention-field';
import { ObstacleNote } from './obstacle-note';
import { ReplyBar } from './reply-bar';

const UploadList = onDemand(() => import('./upload-list').then((module) => module.UploadList));

interface Props {
  channelId: string;
  channelName: string;
  /** What the field is called; by the channel if absent. */
  label?: string;
  /** Under which name the draft is kept; that of the channel if absent. */
  draftKey?: string;
  /** What stands in the way of writing, as of a moment. */
  obstacle?: Obstacle | null;
  now?: number;
  /** Who may be mentioned, and which channels may be named. */
  suggestions?: readonly Suggestion[];
  mayAttach?: boolean;
  /** Whom one is about to answer. */
  replyingTo?: string | null;
  field?: RefObject<HTMLTextAreaElement | null>;
  onCancelReply?(): void;
  /** The arrow up in an empty field. */
  onEditLast?(): void;
  /** One is writing; every three seconds at most. */
  onTyping?(): void;
  onSend(content: string, attachments: readonly Attachment[]): void;
  /** Stands below the field, in a line that is always there. */
  children?: ReactNode;
}

const NOBODY: readonly Suggestion[] = [];

/** Where one writes. Mount it anew for each channel: it brings back that channel's draft and takes the focus. */
export function Composer({ channelId, channelName, obstacle = null, now = 0, suggestions = NOBODY, ...props }: Props) {
  const t = useTranslations();
  const {
    label = t('composer.message', { channel: channelName }),
    draftKey = channelId,
    replyingTo = null,
    mayAttach = false,
  } = props;
  const ownField = useRef<HTMLTextAreaElement>(null);
  const field = props.field ?? ownField;
  const content = useDraft(draftKey);
  const [picked, setPicked] = useState<readonly Mentionable[]>([]);
  const { uploads, ...files } = useUploads(draftKey, channelId);
  const inserter = useRef<Inserter>(null);
  const form = useRef<HTMLFormElement>(null);
  const touch = useTouch();
  const encoded = encodeMentions(content.trim(), [...picked, ...suggestions]);
  const { left, sendable: hasContent } = lengthOf(encoded);
  const attachments = attachmentsOf(uploads);
  const heldUpBy = attachments !== null ? null : uploads.some(hasFailed) ? 'failedFiles' : 'sendingFiles';
  const waits = obstacle?.because === 'slow-mode';
  const hasFiles = attachments !== null && attachments.length > 0 && encoded === '';
  const sendable = (hasContent || hasFiles) && attachments !== null && !waits;
  // Nothing is known of it while those who can be mentioned are not.
  const callsNobody =
    suggestions.length > 0 && !suggestions.some(({ kind }) => kind === 'everyone') && callsEveryone(content);
  const noteId = useId();
  const typing = useTyping(props.onTyping);
  const dropping = useFileDrop(form, mayAttach && (obstacle === null || waits), files.add);

  useEffect(() => {
    // A screen keyboard that jumps up unasked hides what one came to read.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, [field]);

  function write(text: string) {
    drafts.write(draftKey, text);
    if (text.trim() !== '') typing();
  }

  function send(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (!sendable) return;
    props.onSend(encoded, attachments);
    write('');
    setPicked([]);
    files.clear();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isSending(event, touch)) send(event);
    else if (event.key === 'Escape' && replyingTo !== null) {
      event.preventDefault();
      event.stopPropagation();
      props.onCancelReply?.();
    } else if (shortcutOf(event) === 'edit-last' && content === '' && props.onEditLast) {
      event.preventDefault();
      props.onEditLast();
    }
  }

  function paste(event: ClipboardEvent) {
    const data = event.clipboardData;
    if (!mayAttach || data.files.length === 0 || hasText(data)) return;
    event.preventDefault();
    files.add([...data.files]);
  }

  if (obstacle && !waits) {
    return (
      <div className={styles.composer}>
        <ObstacleNote obstacle={obstacle} now={now} channelName={channelName} />
        <p className={styles.note}>{props.children}</p>
      </div>
    );
  }

  return (
    <form ref={form} className={styles.composer} data-dropping={dropping || undefined} onSubmit={send}>
      {replyingTo !== null && <ReplyBar name={replyingTo} onCancel={() => props.onCancelReply?.()} />}
      <div className={styles.box}>
        {uploads.length > 0 && <UploadList uploads={uploads} onRemove={files.remove} onRetry={files.retry} />}
        <div className={styles.line}>
          {mayAttach && <AttachButton onPick={files.add} />}
          <MentionField
            field={field}
            inserter={inserter}
            value={content}
            suggestions={suggestions}
            placeholder={label}
            enterKeyHint={touch ? 'enter' : 'send'}
            aria-label={label}
            aria-describedby={left === null ? undefined : noteId}
            aria-invalid={left !== null && left < 0}
            onWrite={write}
            onPicked={(suggestion) => setPicked((before) => [suggestion, ...before])}
            onKeyDown={onKeyDown}
            onPaste={paste}
          />
          <EmojiButton
            label={t('composer.addEmoji')}
            side="top"
            focusAfter={field}
            onPick={(emoji) => inserter.current?.insert(emoji)}
          >
            <SmilePlus size={18} aria-hidden />
          </EmojiButton>
          <IconButton label={t('composer.send')} side="top" type="submit" disabled={!sendable} className={styles.send}>
            <SendHorizontal size={18} aria-hidden className="pointing" />
          </IconButton>
        </div>
      </div>
      <p className={styles.note}>
        {props.children}
        {waits && (
          <span className={styles.slow} role="timer">
            <Timer size={14} aria-hidden />
            {t('composer.slowMode', { time: remaining(obstacle.until, now) })}
          </span>
        )}
        {!heldUpBy && !callsNobody && (
          <span className={styles.keys}>{t.rich('composer.keys', { kbd: (key) => <kbd>{key}</kbd> })}</span>
        )}
        <span role="status" className={styles.states}>
          {heldUpBy && <span>{t(`composer.${heldUpBy}`)}</span>}
          {callsNobody && <span>{t('composer.callsNobody')}</span>}
          {left !== null && (
            <span id={noteId} className={left < 0 ? styles.over : styles.left}>
              {left < 0 ? t('composer.tooMany', { count: -left }) : t('composer.left', { count: left })}
            </span>
          )}
        </span>
      </p>
    </form>
  );
}

function hasFailed({ state }: Upload): boolean {
  return state.name === 'failed';
}

/** Office programs put a picture beside the text that one copied; file managers the name beside the file. */
function hasText(data: DataTransfer): boolean {
  const text = data.getData('text/plain').trim();
  return text !== '' && ![...data.files].some(({ name }) => name === text);
}

function AttachButton({ onPick }: { onPick(files: readonly File[]): void }) {
  const t = useTranslations();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={t('composer.attach')}
        side="top"
        className={styles.attach}
        onClick={() => input.current?.click()}
        onFocus={UploadList.prefetch}
        onPointerEnter={UploadList.prefetch}
      >
        <Plus size={20} aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-attach
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          // The same file may be picked again.
          target.value = '';
        }}
      />
    </>
  );
}
