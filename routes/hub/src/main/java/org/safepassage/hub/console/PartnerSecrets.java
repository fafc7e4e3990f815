package org.safepassage.hub.console;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.KameletParameters.Parameter;
import org.safepassage.connectors.derived.ConnectorCatalogue;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.PartnerFile;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.revisions.ConfigFiles;
import org.safepassage.hub.secrets.SecretStore;
import org.safepassage.hub.secrets.SecretVersion;
import org.safepassage.hub.secrets.SecretVersion.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The secrets of partners that run, as far as they may be known, and their exchange: add the next, test, switch,
/// retire. Never gives a value. Safe for several threads.
final class PartnerSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerSecrets.class);

    private final RunningConfiguration running;
    private final SecretStore store;

    PartnerSecrets(RunningConfiguration running, SecretStore store) {
        this.running = running;
        this.store = store;
    }

    /// One secret parameter.
    ///
    /// @param reference as it stands in the file; empty when the file has none
    /// @param stored whether it is in the hub's store, where it can be exchanged
    /// @param lines whether its value has several lines
    record Line(
            String parameter,
            String title,
            String reference,
            boolean stored,
            boolean lines,
            Optional<SecretVersion> next,
            Optional<SecretVersion> current,
            Optional<SecretVersion> previous) {}

    /// What an operator wants with a secret; prints nothing of itself.
    ///
    /// @param action `put`, `switch`, `back` or `retire`
    /// @param expires the last day on which it is taken, or empty
    record Order(String parameter, String action, String value, String expires, String who) {
        @Override
        public String toString() {
            return "Order[" + parameter + "]";
        }
    }

    /// All secret parameters of a partner.
    List<Line> of(PartnerFile partner, ConfigFiles applied) throws IOException {
        var versions = store.list();
        var lines = new ArrayList<Line>();
        for (Parameter parameter : connector(partner).parameters()) {
            if (!parameter.secret()) continue;
            String reference = reference(partner, parameter.name(), applied);
            Map<State, SecretVersion> known = FormSecrets.stored(reference)
                    .map(name -> versions.getOrDefault(name, Map.of()))
                    .orElse(Map.of());
            lines.add(new Line(
                    parameter.name(),
                    parameter.title(),
                    reference,
                    FormSecrets.stored(reference).isPresent(),
                    parameter.name().matches("(?i).*(key|certificate)"),
                    Optional.ofNullable(known.get(State.NEXT)),
                    Optional.ofNullable(known.get(State.CURRENT)),
                    Optional.ofNullable(known.get(State.PREVIOUS))));
        }
        return lines;
    }

    /// Adds the next value, switches to it, switches back, or retires the one before.
    ///
    /// @throws IOException when the secret cannot be changed so, in words for the operator
    void change(PartnerFile partner, ConfigFiles applied, Order order) throws IOException {
        String name = FormSecrets.stored(reference(partner, order.parameter(), applied))
                .orElseThrow(() -> new IOException(
                        "this secret is not in the hub's store: edit the partner to put it" + " there"));
        switch (order.action()) {
            case "put" -> store.put(name, order.value().replace("\r\n", "\n").strip(), day(order.expires()));
            case "switch" -> store.switchOver(name);
            case "back" -> store.switchBack(name);
            case "retire" -> store.retire(name);
            default -> throw new IOException("a secret is put, switched, switched back or retired");
        }
        LOG.info("secret={} {} by {}", name, order.action(), order.who());
    }

    private static Optional<LocalDate> day(String text) throws IOException {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException wrong) {
            throw new IOException("the last day is written like 2027-01-31");
        }
    }

    private static String reference(PartnerFile partner, String parameter, ConfigFiles applied) {
        String text = applied.texts().getOrDefault("partners/" + partner.name() + ".yaml", "");
        String value = YamlText.read(text)
                .path("parameters")
                .path(parameter)
                .asText("")
                .strip();
        return value.startsWith("${") && value.endsWith("}") ? value : "";
    }

    private KameletParameters connector(PartnerFile partner) throws IOException {
        return ConnectorCatalogue.of(running.now().folder().resolve(Configuration.KAMELETS), HubSide.none())
                .parameters(partner.connector());
    }
}
