/** What a `Date` header cannot tell. */
const RESOLUTION_MILLIS = 1_000;

/**
 * What time it is for the services, whatever the clock of this machine says: as their answers tell it, no better than to
 * the second and the time that an answer takes. Until the first answer it is the clock of this machine.
 */
export class ServiceClock {
  #ahead = 0;

  constructor(private readonly clock: () => number = Date.now) {}

  readonly now = (): number => this.clock() + this.#ahead;

  /** An answer to what was asked at a time of this machine's clock. Nothing changes if it fits what is known. */
  answered(askedAt: number, date: string | null): void {
    const told = Date.parse(date ?? '');
    if (Number.isNaN(told)) return;
    const least = told - this.clock();
    const most = told + RESOLUTION_MILLIS - askedAt;
    if (this.#ahead < least || this.#ahead > most) this.#ahead = (least + most) / 2;
  }
}

export const serviceClock = new ServiceClock();
