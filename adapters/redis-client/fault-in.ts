// What a reply of Redis that is an error says is wrong.

const inScript = /@user_script: ?\d+: -([A-Z]+) /

/**
 * In one word: `READONLY`. It begins the reply; but until version 7 what a command within a script says stands behind its place:
 * `ERR Error running script (call to f_…): @user_script:2: @user_script: 2: -READONLY You can't write …`.
 */
export const faultIn = ({ message }: Error): string =>
  inScript.exec(message)?.[1] ?? message.split(' ', 1)[0] ?? ''
