package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import org.safepassage.connectors.RecipientDoor;

/// Opens a recipient's door as it is configured now. A door is for one thread; the caller closes it.
public interface RecipientDoors {
    /// @throws IOException when the configuration of the door is wrong
    RecipientDoor open(String recipient) throws IOException;
}
