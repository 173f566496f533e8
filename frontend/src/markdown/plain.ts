import { markOf } from '@/contracts/mentions';
import { markdownOf, type Block, type Inline, type Mention } from './markdown';

/**
 * A piece of a text without looks. `at` is where it stands in what was written; null for what stands in place of looks. What
 * a spoiler hides is not among them.
 */
export type Plain =
  Mention | { readonly kind: 'spoiler' } | { readonly kind: 'text'; readonly text: string; readonly at: number | null };

/** What somebody wrote, without its looks: for one line, a notification, or what was found. */
export function plainOf(content: string): readonly Plain[] {
  return ofBlocks(markdownOf(content));
}

/**
 * The same in a few lines, none of them empty, with names in place of mentions, and a word in place of what a spoiler hides:
 * what services call people with (io.webchat.domain.message.PlainText).
 */
export function plainText(content: string, nameOf: (mention: Mention) => string, spoiler: string): string {
  return plainOf(content)
    .map((piece) =>
      piece.kind === 'text' ? piece.text : 'id' in piece ? `${markOf(piece.kind)}${nameOf(piece)}` : spoiler,
    )
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function ofBlocks(blocks: readonly Block[]): readonly Plain[] {
  return blocks.flatMap((block, index) => (index === 0 ? ofBlock(block) : [said('\n'), ...ofBlock(block)]));
}

function ofBlock(block: Block): readonly Plain[] {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return block.children.flatMap(ofInline);
    case 'quote':
      return ofBlocks(block.children);
    case 'list':
      return block.items.flatMap((item, index) => [
        said(`${index === 0 ? '' : '\n'}${block.first === null ? '•' : `${block.first + index}.`} `),
        ...ofBlocks(item),
      ]);
    case 'code':
      return block.lines.flatMap(({ text, at }, index): Plain[] => [
        ...(index === 0 ? [] : [said('\n')]),
        { kind: 'text', text, at },
      ]);
  }
}

function ofInline(part: Inline): readonly Plain[] {
  if (part.kind === 'spoiler') return [{ kind: 'spoiler' }];
  if ('children' in part) return part.children.flatMap(ofInline);
  return 'id' in part ? [part] : [{ kind: 'text', text: part.text, at: part.at }];
}

function said(text: string): Plain {
  return { kind: 'text', text, at: null };
}
