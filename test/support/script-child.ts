// A command line tool, named by the first word: all of them in one file, for read file by file each would start half as fast.
const [name = ''] = process.argv.splice(2, 1)

void import(`../../scripts/${name}.ts`)
