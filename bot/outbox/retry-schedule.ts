// When something that failed is tried again.
import { minuteMs } from '../contracts/basics/durations'

/** After the first failure, the second …: longer each time, so that a system that is down is not stormed when it is back. */
const pausesMs = [0.5, 2, 10, 30, 60, 120, 240, 480].map((minutes) => minutes * minuteMs)

/** Undefined when it has been tried often enough: after some sixteen hours. */
export const pauseAfter = (attempts: number): number | undefined => pausesMs[attempts - 1]
