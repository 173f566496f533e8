import type { useTranslations } from 'use-intl';
import type en from '@/messages/en';

/** Gives the words for a key of the catalogue; for what is no component. */
export type Translate = ReturnType<typeof useTranslations<never>>;

type Catalogue = typeof en;

/** The keys of a section whose words take nothing in. */
type PlainKeyIn<Section extends keyof Catalogue> = {
  [Key in keyof Catalogue[Section] & string]: Catalogue[Section][Key] extends `${string}{${string}`
    ? never
    : `${Section}.${Key}`;
}[keyof Catalogue[Section] & string];

/** A key whose words take nothing in: what tables of labels are made of. */
export type PlainKey<Section extends keyof Catalogue = keyof Catalogue> = {
  [Each in Section]: PlainKeyIn<Each>;
}[Section];
