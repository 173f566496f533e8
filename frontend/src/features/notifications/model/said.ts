import type { MessageEvent, MessagePosted } from '@/realtime/events';

/** More than come back at once within the minutes in which a message calls. */
const MOST = 200;

/**
 * Tells when it is known what somebody said: mostly at once. Of a message that was edited before it was told, the event that
 * posts it does not say it, but the last edit, which follows.
 */
export class Said {
  readonly #untold = new Map<string, MessagePosted>();

  /** The message that an event lets one know, as it is then; null if there is none. */
  take({ type, data }: MessageEvent): MessagePosted | null {
    switch (type) {
      case 'webchat.message.posted.v1':
        if (data.content !== '' || data.attachments?.length) return data;
        this.#keep(data);
        return null;
      case 'webchat.message.edited.v1':
        return data.content === '' ? null : this.#told(data.messageId, data.content, data.mentions);
      case 'webchat.message.deleted.v1':
        this.#untold.delete(data.messageId);
        return null;
      default:
        return null;
    }
  }

  #keep(message: MessagePosted): void {
    this.#untold.set(message.messageId, message);
    const [oldest] = this.#untold.keys();
    if (this.#untold.size > MOST && oldest !== undefined) this.#untold.delete(oldest);
  }

  #told(messageId: string, content: string, mentions: MessagePosted['mentions']): MessagePosted | null {
    const posted = this.#untold.get(messageId);
    this.#untold.delete(messageId);
    return posted === undefined ? null : { ...posted, content, mentions };
  }
}
