************
file with basedata            : x.bas
************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          1           2
   2        2          0
************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1
------
  1      1     0       0
  2      1     3       1
         2     5       0
************
