package org.safepassage.hub.configuration;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The whole of a sound configuration folder. Immutable.
///
/// @param folder where it was read from
/// @param settings the hub's own settings
/// @param partners by name
/// @param recipients by name
/// @param exchanges by name
public record Configuration(
        Path folder,
        Settings settings,
        Map<String, PartnerFile> partners,
        Map<String, RecipientFile> recipients,
        Map<String, ExchangeFile> exchanges) {
    /// Where an operator's own connectors lie, below the folder.
    public static final String KAMELETS = "kamelets";

    public Configuration {
        partners = Map.copyOf(partners);
        recipients = Map.copyOf(recipients);
        exchanges = Map.copyOf(exchanges);
    }

    /// The folder of the operator's own token classifier, if there is one.
    public Optional<Path> classifier() {
        return settings.redaction().classifier().map(folder::resolve);
    }

    /// The operator's own face model, if there is one.
    public Optional<Path> faceModel() {
        return settings.redaction().faceModel().map(folder::resolve);
    }

    /// The exchanges that this partner's case files may travel, by name.
    public List<ExchangeFile> exchangesOf(String partner) {
        return exchanges.values().stream()
                .filter(exchange -> exchange.partner().equals(partner))
                .sorted(java.util.Comparator.comparing(ExchangeFile::name))
                .toList();
    }

    /// @throws NoSuchElementException when no partner has this name
    public PartnerFile partner(String name) {
        return get(partners, "partner", name);
    }

    /// @throws NoSuchElementException when no recipient has this name
    public RecipientFile recipient(String name) {
        return get(recipients, "recipient", name);
    }

    /// @throws NoSuchElementException when no exchange has this name
    public ExchangeFile exchange(String name) {
        return get(exchanges, "exchange", name);
    }

    private static <T> T get(Map<String, T> all, String kind, String name) {
        T found = all.get(name);
        if (found == null)
            throw new NoSuchElementException(
                    "no " + kind + " is named " + name + "; there are " + sorted(all.keySet()));
        return found;
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }
}
