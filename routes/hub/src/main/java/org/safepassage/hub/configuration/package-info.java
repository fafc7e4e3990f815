/// What an operator writes: partners, recipients, exchanges and settings, read from YAML and checked.
/// Every problem names file, line, place and what to do; a value is never repeated, since it may be a secret.
/// No Spring here, so that offline commands start fast.
@NullMarked
package org.safepassage.hub.configuration;

import org.jspecify.annotations.NullMarked;
