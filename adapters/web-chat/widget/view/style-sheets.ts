// The chat's own styles.
import { adopt } from '../dom/adopt'
import css from './chat.css'

export const adoptStyles = (root: ShadowRoot, base: string): void => adopt(root, css, `${base}chat.css`)
