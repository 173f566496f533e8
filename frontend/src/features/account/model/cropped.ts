/** A part of an image, in its own pixels. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Twice what is shown at most: the service makes it smaller better than a canvas does. */
const SIDE = 512;

/** Cuts a square out of an image; a PNG, since not every browser writes anything better that keeps what is transparent. */
export async function cropped(image: Blob, { x, y, width, height }: Part): Promise<Blob> {
  const bitmap = await createImageBitmap(image);
  try {
    const side = Math.max(1, Math.min(SIDE, Math.round(width)));
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('this browser cannot draw');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, x, y, width, height, 0, 0, side, side);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the image cannot be cut'))), 'image/png');
    });
  } finally {
    bitmap.close();
  }
}
