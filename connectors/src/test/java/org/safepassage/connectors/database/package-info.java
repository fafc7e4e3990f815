/// Tests of the database door against PostgreSQL and H2
/// The tables are invented and small.
/// No row is of a real person.
@NullMarked
package org.safepassage.connectors.database;

import org.jspecify.annotations.NullMarked;
