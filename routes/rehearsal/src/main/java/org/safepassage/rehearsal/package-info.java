/// The rehearsal's front door: one `main` with the commands demo, sample, kills and bench. It plays everybody around
/// the hub (partners, recipients, auditors, bad luck) and never imports the hub, which runs as a process of its own.
/// Nothing here is on the hub's class path, so the hub cannot read the ground truth.
@NullMarked
package org.safepassage.rehearsal;

import org.jspecify.annotations.NullMarked;
