/// The door to a partner's relational database: rows become the record, paths in rows or columns of bytes
/// become exhibits. Reads with a read-only connection, keyset paging and a statement time limit; tried with
/// PostgreSQL, MariaDB and H2. What the partner's tables look like stands in the parameters, not in code.
@NullMarked
package org.safepassage.connectors.database;

import org.jspecify.annotations.NullMarked;
