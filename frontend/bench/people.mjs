const PASSWORD = 'benchmark-password';

/** A UUID of version 7: 48 bits of time, and chance. */
export function timeOrdered() {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = crypto.randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/** Somebody new: what they ask of the services, and the cookies of a browser in which they are signed in. */
export async function person(browser, origin, name) {
  const context = await browser.newContext();
  const username = `${name}-${Date.now().toString(36)}`;
  const registration = { email: `${username}@bench.example`, username, password: PASSWORD };
  const registered = await context.request.post(`${origin}/api/auth/register`, { data: registration });
  if (!registered.ok()) throw new Error(`POST /api/auth/register was answered ${registered.status()}`);
  const { accessToken } = await registered.json();
  const cookies = await context.storageState();
  await context.close();

  async function post(path, body, headers = {}) {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`POST ${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }
  const command = (path, body) => post(path, body, { 'idempotency-key': crypto.randomUUID() });
  return { username, cookies, post, command };
}
