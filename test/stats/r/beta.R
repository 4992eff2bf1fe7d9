# Beta distributions: quantiles of 5 % and 95 %, and the chance of lying below a place. Run from this folder: Rscript beta.R > beta.json
library(jsonlite)
shapes <- c(0.05, 0.5, 1, 3, 40, 700, 20000)
d <- expand.grid(a = shapes, b = shapes)
# Where R itself warns that it is not exact nothing is compared.
ok <- mapply(function(a, b) tryCatch({qbeta(c(0.05, 0.95), a, b); TRUE}, warning = function(w) FALSE), d$a, d$b)
d <- d[ok, ]
d$x <- pmin(0.999, pmax(0.001, d$a / (d$a + d$b) * 1.02))
d$lower <- qbeta(0.05, d$a, d$b); d$upper <- qbeta(0.95, d$a, d$b); d$below <- pbeta(d$x, d$a, d$b)
cat(toJSON(d, digits = 14, dataframe = "rows"), "\n", sep = "")
