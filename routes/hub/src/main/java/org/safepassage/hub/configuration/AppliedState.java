package org.safepassage.hub.configuration;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.safepassage.extract.records.Mapping;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.release.agreements.Agreements;
import org.safepassage.release.agreements.InvalidAgreementsException;

/// A configuration together with everything it refers to, loaded at one moment, so that a step never sees the partner
/// of one state and the agreement of another. Immutable.
///
/// @param configuration partners, recipients, exchanges, settings
/// @param agreements in force or not
/// @param policies of redaction
/// @param mappings by partner
public record AppliedState(
        Configuration configuration, Agreements agreements, Policies policies, Map<String, Mapping> mappings) {
    public AppliedState {
        mappings = Map.copyOf(mappings);
    }

    /// Loads what a configuration refers to.
    ///
    /// @throws IOException when a file cannot be read or a mapping cannot be used
    public static AppliedState load(Configuration configuration)
            throws IOException, PolicyInvalid, InvalidAgreementsException {
        var mappings = new HashMap<String, Mapping>();
        for (PartnerFile partner : configuration.partners().values()) {
            mappings.put(partner.name(), Mapping.load(configuration.folder().resolve("mappings"), partner.mapping()));
        }
        return new AppliedState(
                configuration,
                Agreements.load(configuration.folder().resolve("agreements")),
                Policies.load(configuration.folder().resolve("policies")),
                mappings);
    }

    /// How a partner's records become case files.
    ///
    /// @throws NoSuchElementException when no partner has this name
    public Mapping mapping(String partner) {
        Mapping mapping = mappings.get(partner);
        if (mapping == null) throw new NoSuchElementException("no partner is named " + partner);
        return mapping;
    }
}
