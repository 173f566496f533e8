import type { Ref } from 'react';

interface Props {
  /** To open the choice by a button, because this cannot be seen. */
  ref: Ref<HTMLInputElement>;
  label: string;
  onPick(image: File | undefined): void;
}

/** The browser's choice of an image from the device, of the kinds that the services take as icons and pictures. */
export function ImageInput({ ref, label, onPick }: Props) {
  return (
    <input
      ref={ref}
      type="file"
      accept="image/png,image/jpeg,image/gif,image/webp"
      hidden
      aria-label={label}
      onChange={({ target }) => {
        onPick(target.files?.[0]);
        // The same file may be picked again.
        target.value = '';
      }}
    />
  );
}
