import { segmentsOf } from '../model/segments';

/** What somebody wrote, as text: React escapes it, and only web addresses become links. */
export function MessageText({ content }: { content: string }) {
  return segmentsOf(content).map((segment, index) =>
    segment.kind === 'text' ? (
      segment.text
    ) : (
      <a key={index} href={segment.href} target="_blank" rel="noopener noreferrer nofollow">
        {segment.text}
      </a>
    ),
  );
}
