const opened: {close(): void}[] = [];

/** Closes the database after the last test of the file, so that processes that test many files do not hold all of theirs. */
export function closeAfterFile<T extends {close(): void}>(database: T): T {
  opened.push(database);
  return database;
}

/** Closes whatever is still open. */
export function closeOpened(): void {
  for (const database of opened.splice(0)) database.close();
}
