/** The beginning of the numbers a workstation issues by itself: 9 and its enrolment number. */
export const OWN_RANGE_DIGITS = 6;
