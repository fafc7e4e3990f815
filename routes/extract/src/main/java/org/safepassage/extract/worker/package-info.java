/// Inside the killable JVM: Tika, OCR and the frames in which a document arrives and its extraction leaves.
/// Nothing here is started by hand: [org.safepassage.extract.ExtractorPool] starts [WorkerMain] and speaks to it over
/// pipes.
/// Whatever goes wrong here harms one document; the hub's own JVM never parses a partner's file.
@NullMarked
package org.safepassage.extract.worker;

import org.jspecify.annotations.NullMarked;
