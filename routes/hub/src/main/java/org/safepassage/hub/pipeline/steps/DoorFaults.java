package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.function.Predicate;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.hub.pipeline.WaitForMaintenance;
import org.safepassage.hub.secrets.UnknownSecret;

/// Tells which doors are configured so that they cannot even be opened: a connector that is not there, a parameter that
/// is missing or wrong. Opening a door contacts nobody, so this can be asked at any time and is true at that time. Of
/// recipients it tells besides what the last look for receipts came to.
public final class DoorFaults {
    private final PartnerDoors partners;
    private final RecipientDoors recipients;
    private final DoorWatch watch;
    private final Predicate<String> rests;

    /// @param watch knows what looking for receipts came to
    /// @param rests whether a partner is left alone for a while
    public DoorFaults(PartnerDoors partners, RecipientDoors recipients, DoorWatch watch, Predicate<String> rests) {
        this.partners = partners;
        this.recipients = recipients;
        this.watch = watch;
        this.rests = rests;
    }

    /// What is wrong with a partner's door as it is configured; empty when nothing is.
    public String ofPartner(String partner) {
        String fault = fault(() -> partners.open(partner));
        return fault.isEmpty() && rests.test(partner)
                ? "it failed again and again and is left alone for a while (limits.restSeconds); then it is tried again"
                : fault;
    }

    /// What is wrong with a recipient's door, as it is configured or as it was last found; empty when nothing is.
    public String ofRecipient(String recipient) {
        String fault = fault(() -> recipients.open(recipient));
        return fault.isEmpty() ? watch.trouble(recipient) : fault;
    }

    private interface Opening {
        Door open() throws IOException;
    }

    private static String fault(Opening opening) {
        try {
            opening.open().close();
            return "";
        } catch (DoorProblem problem) {
            return DoorWords.of(problem);
        } catch (WaitForMaintenance held) {
            return String.valueOf(held.getMessage());
        } catch (UnknownSecret unknown) {
            return String.valueOf(unknown.getMessage());
        } catch (IOException | RuntimeException broken) {
            return "the door cannot be opened (" + broken.getClass().getSimpleName() + ")";
        }
    }
}
