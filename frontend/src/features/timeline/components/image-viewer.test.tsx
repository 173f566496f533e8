import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import type { Attachment } from '@/contracts/message';
import { render } from '@/i18n/testing';
import { Attachments } from './attachments';

const { file } = vi.hoisted(() => ({ file: vi.fn<(path: string) => Promise<Blob>>() }));
vi.mock('@/session/browser-session', () => ({ api: { file } }));

const image = (id: string): Attachment => ({
  id,
  name: `${id}.png`,
  contentType: 'image/png',
  size: 2_000,
  image: { width: 800, height: 600 },
  hasThumbnail: true,
});
const notes: Attachment = {
  id: 'notes',
  name: 'notes.txt',
  contentType: 'text/plain',
  size: 3,
  image: null,
  hasThumbnail: false,
};
const zoom = () => screen.getByText(/^\d+%$/);
const viewer = (name: string) => screen.findByRole('dialog', { name });

beforeEach(async () => {
  file.mockReset().mockResolvedValue(new Blob(['picture']));
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:image', revokeObjectURL: () => undefined }));
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <Attachments channelId="c" attachments={[image('moon'), notes, image('mars'), image('sun')]} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
});

it('an image is looked at closer by keys and buttons, and the focus comes back to it', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Open moon.png' }));
  await viewer('moon.png');
  expect(zoom()).toHaveTextContent('100%');
  expect(await screen.findByRole('link', { name: 'Download' })).toHaveAttribute('download', 'moon.png');

  await userEvent.keyboard('++');
  expect(zoom()).toHaveTextContent('200%');
  await userEvent.click(screen.getByRole('button', { name: 'Zoom out' }));
  expect(zoom()).toHaveTextContent('150%');
  await userEvent.dblClick(screen.getByRole('group', { name: 'moon.png' }));
  expect(zoom()).toHaveTextContent('100%');

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Open moon.png' })).toHaveFocus());
});

it('arrows lead to the other images of the message, unless they move what is larger than the window', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Open moon.png' }));
  await viewer('moon.png');
  expect(screen.getByText('1 of 3')).toBeVisible();
  await userEvent.keyboard('+{ArrowRight}');
  expect(await viewer('moon.png')).toBeVisible();
  await userEvent.keyboard('0{ArrowRight}');
  expect(await viewer('mars.png')).toBeVisible();
  expect(screen.getByRole('group', { name: 'mars.png' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  expect(await viewer('sun.png')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByText('3 of 3')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Previous image' }));
  expect(await viewer('mars.png')).toBeVisible();
});

it('arrows go on when what had the focus goes away with the image', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Open moon.png' }));
  await viewer('moon.png');
  file.mockReturnValue(new Promise(() => undefined));
  (await screen.findByRole('link', { name: 'Download' })).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(await viewer('mars.png')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Download' })).not.toBeInTheDocument());
  await userEvent.keyboard('{ArrowRight}');
  expect(await viewer('sun.png')).toBeVisible();
});

it('tells those who hear it which image is shown now', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Open moon.png' }));
  await viewer('moon.png');
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByText('mars.png, 2 of 3')).toHaveRole('status');
});

it('what is in the middle stays there, though the image does not fill the window', async () => {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_000);
  await userEvent.click(screen.getByRole('button', { name: 'Open moon.png' }));
  await viewer('moon.png');
  await screen.findByRole('link', { name: 'Download' });
  vi.spyOn(HTMLImageElement.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, 0, 4 * parseInt(zoom().textContent), 0),
  );
  const stage = screen.getByRole('group', { name: 'moon.png' });
  await userEvent.keyboard('++');
  expect(stage.scrollLeft).toBe(0);
  await userEvent.keyboard('+');
  expect(stage.scrollLeft).toBe(100);
});

it('says that an image could not be loaded', async () => {
  file.mockRejectedValue(new Error('gone'));
  await userEvent.click(screen.getByRole('button', { name: 'Open mars.png' }));
  await viewer('mars.png');
  expect(await screen.findByRole('alert')).toHaveTextContent('The image could not be loaded.');
});
