package org.safepassage.rehearsal.sample.network;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Where one partner's cases are written in that partner's own shape. Not for several threads.
public interface PartnerFolder extends Closeable {
    /// Writes a case and, when its plan asks, its second version beside it.
    ///
    /// @return where the record and each exhibit went, in the order of the story's exhibits
    /// @throws IOException when the disk refuses
    Placed add(CaseStory story) throws IOException;

    /// Where things went, relative to the partner's folder.
    ///
    /// @param recordFile the file that holds the record
    /// @param exhibits path of each exhibit of the first version
    /// @param laterRecordFile the file that holds the second version's record, empty without one
    /// @param later path of each exhibit that only the second version has
    record Placed(String recordFile, List<String> exhibits, String laterRecordFile, List<String> later) {
        public Placed {
            exhibits = List.copyOf(exhibits);
            later = List.copyOf(later);
        }
    }
}
