package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import org.safepassage.connectors.PartnerDoor;

/// Opens a partner's door as it is configured now. A door is for one thread; the caller closes it.
public interface PartnerDoors {
    /// @throws IOException when the configuration of the door is wrong
    PartnerDoor open(String partner) throws IOException;
}
