/** The largest article file that is read, in bytes: documents hold pictures too. */
export const MOST_BYTES = 100_000_000;

/** Why a larger file is not read. */
export const TOO_LARGE = `it is larger than ${MOST_BYTES / 1_000_000} MB. Cut it into parts.`;
