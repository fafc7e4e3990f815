package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import org.apache.camel.Body;
import org.safepassage.hub.ledger.Parcel;

/// stub
public final class Redact {
    /// stub
    public boolean passes(@Body Parcel parcel) throws IOException {
        if (parcel.attempt() > 0) throw new IOException("stub");
        return true;
    }
}
