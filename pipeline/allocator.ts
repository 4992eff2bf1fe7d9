/**
 * Tells the database's allocator (jemalloc, on Linux) how to hold memory. It reads this once, while the library is loaded: `db.ts` imports this module before the client.
 *
 * Statements of a build take and give back the same hundreds of megabytes again and again. Left to itself the allocator hands them to the system in between, and takes
 * them from it page by page: up to a third of a build's time went there. So what is free is kept for five seconds: for 30, a build of full size held 0.9 GB more. Whoever has set the variable themselves is listened to.
 * See `opt.dirty_decay_ms` at https://jemalloc.net/jemalloc.3.html.
 */
process.env.DUCKDB_JE_MALLOC_CONF ??= "dirty_decay_ms:5000,muzzy_decay_ms:5000";
