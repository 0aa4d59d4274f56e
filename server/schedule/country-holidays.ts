// Public holidays and make-up days of a country, from whoever has the data: the schedule itself knows none.

/** A day on which a country's week does not hold. */
export interface CountryDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly name: string;
  /** A holiday, or a make-up day that is worked (调休). */
  readonly kind: 'holiday' | 'workday';
}

export interface CountryYear {
  readonly days: readonly CountryDay[];
  /** False while the authorities have not published all of it: make-up days, or holidays that are set year by year. */
  readonly complete: boolean;
}

/** `country` as in a plan: `CN`, `DE-BY`. Undefined: nothing is known of that country or year. Answers for one pair never change. */
export type CountryHolidays = (country: string, year: number) => CountryYear | undefined;

/** For plans that name no country. */
export const noCountryHolidays: CountryHolidays = () => undefined;

/** A year that a calendar counts on and nobody knows in full. */
export interface UnknownYear {
  readonly calendar: string;
  readonly country: string;
  readonly year: number;
}
