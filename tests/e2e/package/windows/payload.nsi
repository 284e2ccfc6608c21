; Stands in for the program: a real Windows program file that runs until somebody ends it, a minute at most.
Target amd64-unicode
Unicode true
CRCCheck off
Name "Amtsdraht"
OutFile "${OUT}"
SilentInstall silent
RequestExecutionLevel user
VIProductVersion 1.0.0.0
VIAddVersionKey ProductName "Amtsdraht"
VIAddVersionKey FileVersion "1.0.0.0"
VIAddVersionKey FileDescription "Amtsdraht"
VIAddVersionKey LegalCopyright "EUPL-1.2"

Section
  Sleep 60000
SectionEnd
