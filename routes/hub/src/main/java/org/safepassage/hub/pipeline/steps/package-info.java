/// One class a step of the pipeline: what happens to one parcel, without a word about queues.
/// Each runs through the step book, so a redelivered parcel finds its work done.
/// Results go to the vault as derived objects; messages carry references.
@NullMarked
package org.safepassage.hub.pipeline.steps;

import org.jspecify.annotations.NullMarked;
