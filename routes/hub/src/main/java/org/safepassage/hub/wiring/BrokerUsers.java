package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.User;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.RecipientFile;
import org.safepassage.hub.secrets.SecretReferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who may enter the broker. A recipient's password is looked up whenever it logs in, so that it is exchanged without a
/// restart; after a switch the previous one is taken, too, until it is retired.
final class BrokerUsers extends SecurityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerUsers.class);

    private final SecretReferences secrets;

    /// @param secrets where passwords are looked up
    BrokerUsers(SecretReferences secrets) {
        this.secrets = secrets;
    }

    /// Lets a recipient in that has a password.
    void add(RecipientFile recipient) {
        recipient.brokerPassword().ifPresent(theirs -> {
            users.put(recipient.name(), new Guest(recipient.name(), theirs, secrets));
            addRole(recipient.name(), role(recipient));
        });
    }

    /// Lets a recipient in no more.
    void remove(RecipientFile recipient) {
        removeUser(recipient.name());
        removeRole(recipient.name(), role(recipient));
    }

    /// The role of one recipient alone.
    static String role(RecipientFile recipient) {
        return "recipient-" + recipient.name();
    }

    private static final class Guest extends User {
        private final String reference;
        private final SecretReferences secrets;

        Guest(String name, String reference, SecretReferences secrets) {
            super(name, reference);
            this.reference = reference;
            this.secrets = secrets;
        }

        @Override
        public boolean isValid(@Nullable String user, @Nullable String password) {
            if (user == null || password == null || !user.equals(getUser())) return false;
            try {
                boolean valid = false;
                for (String accepted : secrets.accepted(reference)) valid |= same(accepted, password);
                return valid;
            } catch (IOException unknown) {
                LOG.warn("recipient={} cannot log in: {}", user, unknown.getMessage());
                return false;
            }
        }

        private static boolean same(String one, String other) {
            return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
