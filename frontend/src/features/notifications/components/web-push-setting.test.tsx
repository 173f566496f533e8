import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { readWebPush, turnOffWebPush, turnOnWebPush, type WebPush } from '../model/web-push';
import { wishFor } from '../model/wishes';
import { WebPushSetting } from './web-push-setting';

vi.mock('../model/web-push');
vi.mock('../model/wishes');

function show(state: WebPush) {
  vi.mocked(readWebPush).mockResolvedValue(state);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <WebPushSetting />
    </QueryClientProvider>,
  );
}

describe('whether one is called with no page open', () => {
  beforeEach(() => void vi.clearAllMocks());

  it.each([
    ['unsupported', /This browser cannot call you/],
    ['not-offered', /whoever runs this server has not set that up/],
    ['blocked', /your browser does not let WebChat show notifications/],
  ] as const)('%s says why not, and offers nothing that would not work', async (state, why) => {
    show(state);
    expect(await screen.findByText(why)).toBeInTheDocument();
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('is turned on and off, and is what it became', async () => {
    vi.mocked(turnOnWebPush).mockResolvedValue('on');
    vi.mocked(turnOffWebPush).mockResolvedValue('off');
    show('off');
    const toggle = await screen.findByRole('switch', { name: 'Also when WebChat is not open' });
    await userEvent.click(toggle);
    expect(toggle).toBeChecked();
    expect(turnOnWebPush).toHaveBeenCalledWith('en');
    // Also where pages themselves can show none: then the worker does.
    expect(wishFor).toHaveBeenCalledExactlyOnceWith({ desktop: true });
    await userEvent.click(toggle);
    expect(toggle).not.toBeChecked();
  });

  it('keeps the focus while it changes, and changes once', async () => {
    let finish: (state: WebPush) => void = () => undefined;
    vi.mocked(turnOnWebPush).mockReturnValue(new Promise((resolve) => (finish = resolve)));
    show('off');
    const toggle = await screen.findByRole('switch');
    await userEvent.click(toggle);
    await userEvent.click(toggle);
    expect(toggle).toBeEnabled();
    expect(toggle).toHaveFocus();
    finish('on');
    await waitFor(() => expect(toggle).toBeChecked());
    expect(turnOnWebPush).toHaveBeenCalledOnce();
  });

  it('says so where it could not be read, and reads it again', async () => {
    vi.mocked(readWebPush).mockRejectedValueOnce(new Error('no server'));
    show('off');
    expect(await screen.findByRole('alert')).toHaveTextContent(/could not be found out/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('switch')).not.toBeChecked();
  });

  it('tells who turns it on that the browser does not let it', async () => {
    vi.mocked(turnOnWebPush).mockResolvedValue('blocked');
    show('off');
    await userEvent.click(await screen.findByRole('switch'));
    expect(await screen.findByRole('status')).toHaveTextContent(/your browser does not let WebChat/);
  });

  it('says so where it could not be changed, and stays as it was', async () => {
    vi.mocked(turnOnWebPush).mockRejectedValue(new DOMException('no service', 'AbortError'));
    show('off');
    const toggle = await screen.findByRole('switch');
    await userEvent.click(toggle);
    expect(await screen.findByText(/Nothing has changed/)).toBeInTheDocument();
    expect(toggle).not.toBeChecked();
  });
});
