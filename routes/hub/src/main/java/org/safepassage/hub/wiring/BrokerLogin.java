package org.safepassage.hub.wiring;

import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/// Logs a user of [BrokerUsers] in. The broker's own module compares one fixed password; while a password is exchanged
/// two are taken. Made by JAAS by its name, one for each log-in.
public final class BrokerLogin implements LoginModule {
    private final Set<Principal> principals = new LinkedHashSet<>();
    private @Nullable Subject subject;
    private @Nullable CallbackHandler callbacks;
    private @Nullable BrokerUsers users;
    private String user = "";

    /// For JAAS.
    public BrokerLogin() {}

    @Override
    public void initialize(Subject entering, CallbackHandler handler, Map<String, ?> shared, Map<String, ?> options) {
        subject = entering;
        callbacks = handler;
        users = (BrokerUsers) options.get(InVMLoginModule.CONFIG_PROP_NAME);
    }

    @Override
    public boolean login() throws LoginException {
        var name = new NameCallback("user");
        var password = new PasswordCallback("password", false);
        try {
            Objects.requireNonNull(callbacks).handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException failed) {
            throw new LoginException("user and password could not be asked for");
        }
        char[] given = password.getPassword();
        var known =
                name.getName() == null ? null : Objects.requireNonNull(users).getUser(name.getName());
        if (known == null || given == null || !known.isValid(name.getName(), new String(given))) {
            throw new FailedLoginException("user or password is wrong");
        }
        user = name.getName();
        return true;
    }

    @Override
    public boolean commit() {
        if (user.isEmpty()) return false;
        principals.add(new UserPrincipal(user));
        for (String role : Objects.requireNonNull(users).getRole(user)) principals.add(new RolePrincipal(role));
        Objects.requireNonNull(subject).getPrincipals().addAll(principals);
        return true;
    }

    @Override
    public boolean abort() {
        user = "";
        return true;
    }

    @Override
    public boolean logout() {
        Objects.requireNonNull(subject).getPrincipals().removeAll(principals);
        principals.clear();
        user = "";
        return true;
    }
}
