package org.safepassage.hub.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import org.safepassage.hub.api.ExchangeApi;
import org.safepassage.hub.api.HubApi;
import org.safepassage.hub.api.MaintenanceApi;
import org.safepassage.hub.api.ReviewApi;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.console.HealthPage;
import org.safepassage.hub.doors.Expiries;
import org.safepassage.hub.doors.ExpiryWatch;
import org.safepassage.hub.doors.Maintenance;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.CaseFileList;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Lessons;
import org.safepassage.hub.ledger.Reconciliation;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.hub.pipeline.BackFill;
import org.safepassage.hub.pipeline.Retry;
import org.safepassage.hub.pipeline.Reviews;
import org.safepassage.hub.pipeline.steps.CaseTexts;
import org.safepassage.hub.schedules.Pauses;
import org.safepassage.hub.schedules.RouteBoard;
import org.safepassage.hub.schedules.Runs;
import org.safepassage.hub.schedules.Schedules;
import org.safepassage.hub.secrets.SecretReferences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/// Console and API: the console behind a sign-in, the API behind the token that only the owner of the data folder
/// reads.
@Configuration(proxyBeanMethods = false)
class WebWiring {
    @Bean
    HubApi hubApi(
            Reconciliation reconciliation,
            CaseFileList caseFiles,
            Holds holds,
            Arrivals arrivals,
            Retry retry,
            RouteBoard board) {
        return new HubApi(reconciliation, caseFiles, holds, arrivals, retry, board);
    }

    @Bean
    ExchangeApi exchangeApi(
            RunningConfiguration configuration, Runs runs, Schedules schedules, Pauses pauses, BackFill backFill) {
        return new ExchangeApi(configuration, runs, schedules, pauses, backFill);
    }

    @Bean
    Expiries expiries(
            HubFolders folders, RunningConfiguration configuration, SecretReferences references, InstantSource clock) {
        return new Expiries(configuration, references, folders.secretStore(), clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ExpiryWatch expiryWatch(Expiries expiries, MeterRegistry meters, InstantSource clock) {
        return new ExpiryWatch(expiries, meters, clock);
    }

    @Bean
    MaintenanceApi maintenanceApi(Maintenance maintenance) {
        return new MaintenanceApi(maintenance);
    }

    @Bean
    ReviewApi reviewApi(Reviews reviews) {
        return new ReviewApi(reviews);
    }

    @Bean
    Reviews reviews(
            States states,
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            Lessons lessons,
            TransactionTemplate transaction,
            InstantSource clock) {
        return new Reviews(states, book, copies, texts, lessons, transaction, clock);
    }

    @Bean
    HealthPage healthPage(RouteBoard board, Reconciliation reconciliation, Expiries expiries, InstantSource clock) {
        return new HealthPage(board, reconciliation, expiries, clock);
    }

    @Bean
    UserDetailsService operators(HubFolders folders) throws IOException {
        var operators = new InMemoryUserDetailsManager();
        for (OperatorFile.Operator operator : OperatorFile.read(folders.keys())) {
            operators.createUser(User.withUsername(operator.name())
                    .password(operator.passwordHash())
                    .roles("OPERATOR")
                    .build());
        }
        return operators;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiToken token) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .addFilterBefore(new TokenFilter(token), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain console(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/console.css")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST)
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'"))
                        .referrerPolicy(Customizer.withDefaults()))
                .formLogin(Customizer.withDefaults())
                .logout(Customizer.withDefaults())
                .build();
    }

    private static final class TokenFilter extends OncePerRequestFilter {
        private final byte[] expected;

        TokenFilter(ApiToken token) {
            this.expected = ("Bearer " + token.value()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String given = request.getHeader("Authorization");
            if (given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
                SecurityContextHolder.getContext()
                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                "command-line", "", List.of(new SimpleGrantedAuthority("ROLE_OPERATOR"))));
            }
            chain.doFilter(request, response);
        }
    }
}
