package org.safepassage.hub.console;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safepassage.connectors.KameletParameters.Parameter;
import org.safepassage.hub.revisions.ConfigFiles;
import org.safepassage.hub.secrets.SecretStore;

/// Takes the secrets that were typed into a form to the hub's store at once, and leaves references in the form, so that
/// no page ever holds a value again. A secret that runs is not replaced: the new value waits as the next one. Safe for
/// several threads.
final class FormSecrets {
    private static final Pattern STORED = Pattern.compile("\\$\\{secret:([a-z][a-z0-9-]{0,59})}");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}\\n]{1,300}}");
    private static final int LONGEST = 60;

    private final SecretStore store;

    FormSecrets(SecretStore store) {
        this.store = store;
    }

    /// The form with a reference in the place of each secret that was typed.
    ///
    /// @param applied the files that run
    /// @param errors gets what could not be stored
    PartnerForm keep(PartnerForm form, ConfigFiles applied, FieldErrors errors) throws IOException {
        PostedForm fields = form.fields();
        for (Parameter parameter : form.connector().parameters()) {
            if (!parameter.secret()) continue;
            String field = PostedForm.PARAMETER + parameter.name();
            String typed = fields.text(PostedForm.TYPED + parameter.name());
            boolean forget = fields.text("forget." + parameter.name()).equals("true");
            if (forget || !REFERENCE.matcher(fields.text(field)).matches()) fields = fields.with(field, "");
            if (!typed.isEmpty()) fields = put(form, parameter, fields, typed, applied, errors);
        }
        return new PartnerForm(form.name(), form.connector(), fields.withoutTyped());
    }

    private PostedForm put(
            PartnerForm form,
            Parameter parameter,
            PostedForm fields,
            String typed,
            ConfigFiles applied,
            FieldErrors errors)
            throws IOException {
        String field = PostedForm.PARAMETER + parameter.name();
        String own = applied.texts().getOrDefault(form.partnerPath(), "");
        String name = stored(fields.text(field))
                .filter(secret -> own.contains(reference(secret)))
                .orElse(name(form.name(), parameter.name()));
        boolean runs = own.contains(reference(name));
        if (!runs && applied.texts().values().stream().anyMatch(text -> text.contains(reference(name)))) {
            errors.at(field, "a secret of the name " + name + " is used by another file; name the partner otherwise");
            return fields;
        }
        if (!runs && store.list().containsKey(name)) store.remove(name);
        store.put(name, typed, Optional.empty());
        return fields.with(field, reference(name));
    }

    /// Forgets the secrets of a form that is given up, unless a file that runs refers to them.
    void discard(PartnerForm form, ConfigFiles applied) throws IOException {
        for (Parameter parameter : form.connector().parameters()) {
            String name = name(form.name(), parameter.name());
            boolean kept = parameter.secret() && store.list().containsKey(name);
            if (kept && applied.texts().values().stream().noneMatch(text -> text.contains(reference(name)))) {
                store.remove(name);
            }
        }
    }

    /// The name of a stored secret that a value refers to.
    static Optional<String> stored(String value) {
        var reference = STORED.matcher(value);
        return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
    }

    private static String reference(String name) {
        return "${secret:" + name + "}";
    }

    /// Such as `office-private-key`.
    static String name(String partner, String parameter) {
        String words =
                parameter.replaceAll("([A-Z]+)", "-$1").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String name = partner + "-" + words;
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST - 9) + "-" + String.format(Locale.ROOT, "%08x", name.hashCode());
    }
}
