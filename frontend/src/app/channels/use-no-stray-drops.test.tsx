import { fireEvent, render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useNoStrayDrops } from './use-no-stray-drops';

function Page() {
  useNoStrayDrops();
  return (
    <>
      <p>somewhere</p>
      <input type="file" />
    </>
  );
}

it('a file that nothing takes is not opened in place of the app; a field for files still takes it', () => {
  const { container } = render(<Page />);
  const [somewhere, field] = [container.querySelector('p'), container.querySelector('input')];
  if (!somewhere || !field) throw new Error('nothing is shown');
  const files = { types: ['Files'], files: [] as File[], dropEffect: 'copy' };
  // False: the browser does not do what it would.
  expect(fireEvent.dragOver(somewhere, { dataTransfer: files })).toBe(false);
  expect(files.dropEffect).toBe('none');
  expect(fireEvent.drop(somewhere, { dataTransfer: files })).toBe(false);
  expect(fireEvent.drop(field, { dataTransfer: files })).toBe(true);
  expect(fireEvent.drop(somewhere, { dataTransfer: { types: ['text/plain'], files: [] } })).toBe(true);
});
