// A whole city within the test's process, that believes what the same program checked before: as one that was built does.
import { startCity, type RunningCity, type StartOptions } from '../../main'
import type { Settings } from '../../adapters/settings'
import { builtProgram } from './load-for-tests'

export const startTestCity = (settings: Settings, options: StartOptions = {}): Promise<RunningCity> =>
  startCity(settings, { program: builtProgram(), ...options })
