const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'that is not allowed',
  EPERM: 'that is not allowed',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'no space is left',
}

/** Why the system refuses a file, in words; its own code where we have none. */
export const systemWords = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return REASONS[code] ?? code
}
