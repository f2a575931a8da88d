/** The largest article file that is read, in bytes: documents hold pictures too. */
export const MOST_BYTES = 100_000_000;
