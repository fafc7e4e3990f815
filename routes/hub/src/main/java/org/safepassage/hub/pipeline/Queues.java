package org.safepassage.hub.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.ledger.Step;

/// Names of the durable queues between the steps. Every hand-over goes through one of them.
public final class Queues {
    /// What recipients answer.
    public static final String RECEIPTS = "receipts";

    private Queues() {}

    /// A partner is to be pulled.
    public static String pull(String partner) {
        return "pull." + partner;
    }

    /// An arrival of a partner is to be sealed.
    public static String seal(String partner) {
        return "seal." + partner;
    }

    /// The consignments of a recipient.
    public static String recipient(String recipient) {
        return "recipient." + recipient;
    }

    /// Where a step that all partners share takes its parcels from.
    public static String of(Step step) {
        return step == Step.RECEIPT ? RECEIPTS : step.word();
    }

    /// Messages that failed in a step until there was no use in trying again.
    public static String dead(Step step) {
        return "dead." + step.word();
    }

    /// Every queue that a configuration needs.
    public static List<String> all(Configuration configuration) {
        var all = new ArrayList<String>();
        configuration.partners().keySet().stream().sorted().forEach(partner -> {
            all.add(pull(partner));
            all.add(seal(partner));
        });
        Arrays.stream(Step.values())
                .filter(step -> step.compareTo(Step.SEAL) > 0)
                .map(Queues::of)
                .forEach(all::add);
        configuration.recipients().keySet().stream()
                .sorted()
                .map(Queues::recipient)
                .forEach(all::add);
        Arrays.stream(Step.values()).map(Queues::dead).forEach(all::add);
        return List.copyOf(all);
    }
}
