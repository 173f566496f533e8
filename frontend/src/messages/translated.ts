import type en from './en';

/** A section of the catalogue in another language: the same keys, and whatever words. */
export type Translated<Section> = { readonly [Key in keyof Section]: string };

/** A whole catalogue. */
export type Messages = { readonly [Section in keyof typeof en]: Translated<(typeof en)[Section]> };
